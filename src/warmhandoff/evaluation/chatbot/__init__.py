"""Real chatbots: scripts played against a model through Inspect, and deterministic scorers."""
