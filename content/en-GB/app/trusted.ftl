# People she trusts.
