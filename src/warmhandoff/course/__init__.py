"""The course around the lessons: catalogue, workspace, JupyterLab, the release of notebooks."""
