Public Class LoginForm
    ' Public Function DecryptPassword(ByVal old As String) As String
    Public Shared Function DecryptPassword(ByVal kept As String) As String
        Return Box.Open(kept)
    End Function
End Class
