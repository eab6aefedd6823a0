"""Analysis of plain text: words, sentences, quotation marks, numbers, dates and names."""
