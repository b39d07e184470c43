"""What make runs to set things up."""
