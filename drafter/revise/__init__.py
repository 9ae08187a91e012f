"""An existing file changed, nothing in it lost. Bytes in, bytes out."""
