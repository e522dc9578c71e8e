import type { SubmitEvent } from 'react';

/**
 * A form's `onSubmit`. Not its `action`: what that sets waits behind all else that is drawn, and a dialog that was answered
 * would still stand over what is already told to be done, and take its keys.
 */
export const submitted =
  (then: (form: FormData) => void) =>
  (e: SubmitEvent<HTMLFormElement>): void => {
    e.preventDefault();
    then(new FormData(e.currentTarget));
  };
