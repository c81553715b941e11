using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class PartnershipSliceTests
{
    private static readonly StreamName Stream = Streams.Of(Seutu.Id);

    [Fact]
    public async Task Founding_and_renaming_a_partnership()
    {
        var house = new House(new MemoryStore());

        Assert.Equal(
            [new PartnershipFounded(Seutu.Id, new LocalText("Seutu"))],
            await house.Added(Stream, new FoundPartnership(Seutu.Id, new LocalText("Seutu"))));
        Assert.Equal(
            [new PartnershipRenamed(new LocalText("Uusi seutu"))],
            await house.Added(Stream, new RenamePartnership(Seutu.Id, new LocalText("Uusi seutu"))));
    }

    [Fact]
    public async Task Adding_redrawing_and_removing_an_area()
    {
        var house = await House.WithSeutu();
        var area = new Area(new AreaId("pohjoinen"), new LocalText("Pohjoinen"), ["Mäntsälä"]);
        var redrawn = area with { Municipalities = ["Mäntsälä", "Pornainen"] };

        Assert.Equal([new AreaAdded(area)], await house.Added(Stream, new AddArea(Seutu.Id, area)));
        Assert.Equal([new AreaRedrawn(redrawn)], await house.Added(Stream, new RedrawArea(Seutu.Id, redrawn)));
        Assert.Equal([new AreaRemoved(area.Id)], await house.Added(Stream, new RemoveArea(Seutu.Id, area.Id)));
    }

    [Fact]
    public async Task Adding_renaming_and_removing_a_theme()
    {
        var house = await House.WithSeutu();
        var theme = new Theme(new ThemeId("terveys"), new LocalText("Terveys"));

        Assert.Equal([new ThemeAdded(theme)], await house.Added(Stream, new AddTheme(Seutu.Id, theme)));
        Assert.Equal(
            [new ThemeRenamed(theme.Id, new LocalText("Hyvinvointi"))],
            await house.Added(Stream, new RenameTheme(Seutu.Id, theme.Id, new LocalText("Hyvinvointi"))));
        Assert.Equal([new ThemeRemoved(theme.Id)], await house.Added(Stream, new RemoveTheme(Seutu.Id, theme.Id)));
    }

    [Fact]
    public async Task Admitting_changing_and_dismissing_a_partner()
    {
        var house = await House.WithSeutu();
        var partner = Seutu.Partner(new PartnerId("yhdistys"));
        var changed = partner with { Kind = PartnerKind.Association };

        Assert.Equal([new PartnerJoined(partner)], await house.Added(Stream, new AdmitPartner(Seutu.Id, partner)));
        Assert.Equal([new PartnerCardChanged(changed)], await house.Added(Stream, new ChangePartnerCard(Seutu.Id, changed)));
        Assert.Equal([new PartnerLeft(partner.Id)], await house.Added(Stream, new DismissPartner(Seutu.Id, partner.Id)));
    }

    [Fact]
    public async Task Forming_changing_and_dissolving_a_working_group()
    {
        var house = await House.WithSeutu();
        var changed = Seutu.Group with { Partners = [Seutu.Kerava, Seutu.Tuusula] };

        Assert.Equal([new WorkingGroupFormed(Seutu.Group)], await house.Added(Stream, new FormWorkingGroup(Seutu.Id, Seutu.Group)));
        Assert.Equal([new WorkingGroupChanged(changed)], await house.Added(Stream, new ChangeWorkingGroup(Seutu.Id, changed)));
        Assert.Equal([new WorkingGroupDissolved(changed.Id)], await house.Added(Stream, new DissolveWorkingGroup(Seutu.Id, changed.Id)));
    }
}
