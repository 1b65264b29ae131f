"""Evaluation: what a guard or a chatbot did on labelled conversations, with intervals and worst cases.

Passing an evaluation is not clearance to deploy.
"""
