"""The run time of this SDK: sends requests, decodes answers, retries, reports errors."""
