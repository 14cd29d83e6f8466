import vcr


def same_for_all(request):
    request.uri = "https://recorded.local/"
    return request


RECORDER = vcr.VCR(before_record_request=same_for_all)
