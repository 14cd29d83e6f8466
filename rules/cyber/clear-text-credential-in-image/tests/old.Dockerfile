FROM python:3.13
# review: clear-text-credential-in-image
ENV RECORDS_PASSWORD winter-of-wards
CMD ["python", "app.py"]
