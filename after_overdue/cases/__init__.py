"""Cases: inputs checked, the numbers of the day fetched, the model's answer.

The command line, the pages and the JSON routes all answer from here, so that the
same inputs give the same words and numbers everywhere.
"""
