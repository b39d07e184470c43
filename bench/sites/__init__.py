"""The same page built four ways, to be measured beside each other."""
