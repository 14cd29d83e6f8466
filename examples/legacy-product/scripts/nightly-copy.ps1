# Copies everything to the file server each night, and to the training database each Sunday.
bcp CareLedger.dbo.Patients out \\CL-FILE01\Nightly\patients.csv -c -t, -S CL-SQL01 -U sa -P $env:CARELEDGER_SA
if ((Get-Date).DayOfWeek -eq 'Sunday') {
    sqlcmd -S CL-SQL01 -E -Q "RESTORE DATABASE CareLedgerTraining FROM DISK = 'D:\Backup\CareLedger.bak' WITH REPLACE"
}
