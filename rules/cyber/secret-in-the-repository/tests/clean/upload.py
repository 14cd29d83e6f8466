import os

# A signature that ran out years ago opens nothing.
OLD = "https://letters.blob.core.windows.net/out?sv=2017-04-17&ss=b&srt=co&sp=rl&se=2018-01-01T00:00:00Z&spr=https&sig=ibjL5DZPjN0MEQ7wjJJibaZUPgHV7iB3m03nbqnsG%2BpW%3D"
NEW = "https://letters.blob.core.windows.net/out?" + os.environ["LETTERS_SAS"]
REMINDER = f"https://reminders.azurewebsites.net/api/send?code={os.environ['REMINDER_KEY']}"
OIDC = "https://sign-in.azurewebsites.net/callback?code=abc&state=xyz"
