// Imported before anything else: libuv reads the size of its pool when it is first used. Files are made durable side by
// side, and its four threads would do it four at a time.
process.env['UV_THREADPOOL_SIZE'] ??= '16';
