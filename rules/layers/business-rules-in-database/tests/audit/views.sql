CREATE FUNCTION functions.parse_html(html STRING) RETURNS JSON
REMOTE WITH CONNECTION project.eu.parse OPTIONS (endpoint = 'https://parse.example', max_batching_rows = 1);
