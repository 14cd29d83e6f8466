class Records(APIView):
    permission_classes = [IsRecordsManager]
