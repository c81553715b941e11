using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vuosikello.Accounts.Migrations.Postgres
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
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "InvitationMails",
                columns: table => new
                {
                    Invitation = table.Column<Guid>(type: "uuid", nullable: false),
                    Partnership = table.Column<string>(type: "text", nullable: false),
                    To = table.Column<string>(type: "text", nullable: false),
                    Shown = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Mail = table.Column<Guid>(type: "uuid", nullable: false),
                    Sent = table.Column<long>(type: "bigint", nullable: true),
                    Until = table.Column<long>(type: "bigint", nullable: false)
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
