from fastapi import APIRouter

router = APIRouter()


@router.get("/wards")
def wards():
    return []


@router.get("/wards/{id}")
def ward(id: str):
    return id


@router.delete("/beds/{id}")
def bed(id: str):
    return id
