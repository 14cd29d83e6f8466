from fastapi import Depends, Header


def wards(request):
    # review: user-taken-from-a-header
    return Ward.objects.filter(owner=request.META.get("HTTP_X_USER_ID"))


# review: user-taken-from-a-header
async def letters(x_user_id: str = Header(...)):
    return await of(x_user_id)


async def beds(accept_language: str = Header("en"), user_id: int = Query(...)):
    return await rows(user_id)


def own():
    # ok: user-taken-from-a-header
    return Letter.query.filter_by(owner=current_user.id)
