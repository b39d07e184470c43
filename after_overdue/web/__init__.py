"""HTTP beside Streamlit: headers, health and static files."""
