// The file systems on which the power is cut.
export const fileSystems = [
  { name: 'ext4', make: 'mkfs.ext4', options: 'loop' },
  // The classic way to lose files that were renamed without fsync.
  { name: 'ext4-writeback', make: 'mkfs.ext4', options: 'loop,noauto_da_alloc,data=writeback' },
  { name: 'xfs', make: 'mkfs.xfs', options: 'loop' },
] as const;
