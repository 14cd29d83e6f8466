from fabric import task


@task
def lint(c):
    c.run("ruff check")
