"""Attribution in English articles: who is named, who says what, and whose words a passage holds."""
