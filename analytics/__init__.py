"""Township returns into figures, findings and tables; imports no Streamlit."""
