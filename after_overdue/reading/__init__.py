"""Reading pages: the content as plain, whole HTML, for a server or a folder."""
