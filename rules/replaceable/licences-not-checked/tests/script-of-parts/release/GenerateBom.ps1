trivy.exe fs "$folder" --scanners license --license-full --format cyclonedx -o "$file"
