using Microsoft.EntityFrameworkCore.Migrations;

public partial class Rename : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn(name: "Dob", table: "Patients", newName: "BirthDate");
    }
}
