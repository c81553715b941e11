using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Vuosikello.Web.Members.Migrations;

/// <summary>The first form of the database: how far each member has looked.</summary>
[DbContext(typeof(MembersDb))]
[Migration("20261122_FirstLooks")]
public sealed class FirstLooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "LastLooks",
        columns: table => new
        {
            Member = table.Column<Guid>(type: "TEXT", nullable: false),
            Partnership = table.Column<string>(type: "TEXT", nullable: false),
            Position = table.Column<long>(type: "INTEGER", nullable: false),
            At = table.Column<long>(type: "INTEGER", nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_LastLooks", look => new { look.Member, look.Partnership }));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("LastLooks");
}

/// <summary>The model that the migrations lead to; a change of <see cref="MembersDb"/> needs a migration and a change here.</summary>
[DbContext(typeof(MembersDb))]
internal sealed class MembersDbModel : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) => modelBuilder.Entity("Vuosikello.Web.Members.LastLook", look =>
    {
        look.Property<Guid>("Member").HasColumnType("TEXT");
        look.Property<string>("Partnership").HasColumnType("TEXT");
        look.Property<long>("Position").HasColumnType("INTEGER");
        look.Property<long>("At").HasColumnType("INTEGER");
        look.HasKey("Member", "Partnership");
        look.ToTable("LastLooks");
    });
}
