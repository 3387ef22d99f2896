"""Word files in the official document format (GB/T 9704-2012): blocks of content in, an editable .docx out."""
