"""Words the rules about factor names know, a module a language, loaded where a name needs it.

All words stand as `bluecanvas.rules._names` folds names: lower case, and simplified characters for both scripts.
"""
