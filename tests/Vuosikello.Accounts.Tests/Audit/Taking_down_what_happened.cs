using System.Net;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Tests.Audit;

public abstract class Taking_down_what_happened(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private static readonly MemberId Other = new(new Guid("0b6f3c0e-7e0a-4f5e-9a59-3a8c5c3d1f02"));
    private static readonly AuditQuestion Everything = new([]);

    [Fact]
    public async Task A_row_says_who_what_when_and_from_which_network_roughly()
    {
        var house = await MigratedHouse();
        var trail = house.Get<AuditTrail>();

        await trail.Note(AuditKind.SignIn, new() { By = Somebody.Id, About = Other, Partnership = new("kuuma-seutu"), What = "passkey", From = IPAddress.Parse("192.0.2.77") }, Ct);

        var row = Assert.Single(await trail.Read(Everything, 10, Ct));
        Assert.Equal(("sign-in", (Guid?)Somebody.Id.Value, (Guid?)Other.Value, "kuuma-seutu", "passkey", "192.0.2.0/24", 1), (row.Kind, row.By, row.About, row.Partnership, row.What, row.Network, row.Times));
        Assert.Equal(house.Clock.Now, row.At);
    }

    [Theory]
    [InlineData("2001:db8:aaaa:bbbb::1", "2001:db8:aaaa::/48")]
    [InlineData("::ffff:198.51.100.9", "198.51.100.0/24")]
    public void A_network_is_told_from_another_but_not_one_desk_from_the_next(string address, string kept) =>
        Assert.Equal(kept, CoarseNetwork.Of(IPAddress.Parse(address)));

    [Fact]
    public async Task What_is_tried_again_and_again_is_one_row_an_hour()
    {
        var house = await MigratedHouse();
        var trail = house.Get<AuditTrail>();
        var note = new AuditNote { What = "code", From = IPAddress.Parse("192.0.2.77") };

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => trail.Note(AuditKind.SignInRefused, note, Ct)));
        house.Clock.Pass(Duration.FromMinutes(30));
        await trail.Note(AuditKind.SignInRefused, note, Ct);
        house.Clock.Pass(Duration.FromHours(1));
        await trail.Note(AuditKind.SignInRefused, note, Ct);

        var rows = await trail.Read(Everything, 10, Ct);
        Assert.Equal([1, 51], rows.Select(row => row.Times));
        Assert.Equal(rows[1].At + Duration.FromMinutes(30), rows[1].Last);
    }

    [Fact]
    public async Task Sign_ins_are_each_a_row_of_their_own()
    {
        var trail = (await MigratedHouse()).Get<AuditTrail>();
        for (int i = 0; i < 3; i++) await trail.Note(AuditKind.SignIn, new() { By = Somebody.Id, What = "link" }, Ct);
        Assert.Equal(3, (await trail.Read(Everything, 10, Ct)).Count);
    }

    [Theory]
    [InlineData("Koe Henkilö")]
    [InlineData("koe@esimerkki.example")]
    public async Task Nothing_that_somebody_typed_is_taken(string what)
    {
        var trail = (await MigratedHouse()).Get<AuditTrail>();
        await Assert.ThrowsAsync<ArgumentException>(() => trail.Note(AuditKind.Export, new() { What = what }, Ct));
    }

    [Fact]
    public async Task It_is_asked_by_kind_person_and_time()
    {
        var house = await MigratedHouse();
        var trail = house.Get<AuditTrail>();
        var begin = house.Clock.Now;
        await trail.Note(AuditKind.SignIn, new() { By = Somebody.Id }, Ct);
        house.Clock.Pass(Duration.FromDays(1));
        await trail.Note(AuditKind.Export, new() { By = Other, About = Somebody.Id }, Ct);
        await trail.Note(AuditKind.Export, new() { By = Other }, Ct);
        await trail.Note(AuditKind.SignInRefused, new(), Ct);

        Assert.Equal(["sign-in"], await Kinds(new(["sign-in"])));
        Assert.Equal(["export", "sign-in"], await Kinds(new([], [Somebody.Id.Value])));
        Assert.Equal(["sign-in"], await Kinds(new([], To: begin + Duration.FromHours(1))));
        Assert.Equal(3, (await Kinds(new([], From: begin + Duration.FromHours(1)))).Count);
        Assert.Empty(await Kinds(new([], [Guid.Empty])));
        Assert.Single(await trail.Read(Everything, 1, Ct));

        async Task<List<string>> Kinds(AuditQuestion asked) => [.. (await trail.Read(asked, 10, Ct)).Select(row => row.Kind)];
    }

    [Fact]
    public async Task After_a_year_it_is_swept_away()
    {
        var house = await MigratedHouse();
        var trail = house.Get<AuditTrail>();
        await trail.Note(AuditKind.SignIn, new() { By = Somebody.Id }, Ct);
        house.Clock.Pass(Duration.FromDays(364));
        await trail.Note(AuditKind.SignOut, new() { By = Somebody.Id }, Ct);
        await house.Sweep();
        Assert.Equal(2, (await trail.Read(Everything, 10, Ct)).Count);

        house.Clock.Pass(Duration.FromDays(1));
        await house.Sweep();

        Assert.Equal("sign-out", Assert.Single(await trail.Read(Everything, 10, Ct)).Kind);
    }
}

public sealed class Taking_it_down_in_a_file() : Taking_down_what_happened(new InAFile());

public sealed class Taking_it_down_on_PostgreSQL(PostgresServer server) : Taking_down_what_happened(new OnPostgres(server));
