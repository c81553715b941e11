using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vuosikello.Accounts.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InvitationMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "JoinsIn",
                table: "Links",
                type: "TEXT",
                maxLength: 2,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "InvitationMails",
                columns: table => new
                {
                    Invitation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partnership = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Shown = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Mail = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sent = table.Column<long>(type: "INTEGER", nullable: true),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvitationMails", x => x.Invitation);
                });

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMails_Mail",
                table: "InvitationMails",
                column: "Mail");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMails_Partnership",
                table: "InvitationMails",
                column: "Partnership");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMails_To",
                table: "InvitationMails",
                column: "To");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "InvitationMails");

            migrationBuilder.DropColumn(
                name: "JoinsIn",
                table: "Links");
        }
    }
}
