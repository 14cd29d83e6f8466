# ok: hl7-version-2-made-by-hand
body: str = Body(example="MSH|^~\\&|WARD|RXX")

# ok: hl7-version-2-made-by-hand
answers = {"examples": {"admission": {"value": "MSH|^~\\&|WARD|RXX"}}}
