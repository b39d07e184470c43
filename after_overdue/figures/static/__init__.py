"""The parts of the static drawing: what is known, axes, marks, labels and colours."""
