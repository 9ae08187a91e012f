"""What a page looks like before anyone prints it: LibreOffice run, where it is installed.

This floor starts programs and keeps files in temporary folders of its own; what it is given and
what it gives back are bytes. The pages go to whoever asked.
"""
