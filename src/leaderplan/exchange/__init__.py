"""Files in and out. Readers return what a file would change; nothing here touches the store.

Nothing is imported here: archives are read without pydantic, which takes longer to import than all the rest.
"""
