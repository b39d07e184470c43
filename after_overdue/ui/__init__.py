"""The pages' own elements: the only package that imports Streamlit."""
