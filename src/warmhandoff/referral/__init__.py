"""Referral: the decision, the guards that take it, the crisis lines it shows."""
