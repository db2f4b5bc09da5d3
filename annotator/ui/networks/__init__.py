"""Networks and a timeline of what is said: who about whom, who agrees with whom, and the claims behind each of them."""
