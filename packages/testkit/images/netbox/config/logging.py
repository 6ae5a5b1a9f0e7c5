# What is set here wins over configuration.py.
