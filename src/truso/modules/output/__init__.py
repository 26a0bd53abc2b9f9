"""Documents and mails: frozen values in, UBL, PDF and mail out. Nothing here decides or computes money."""
