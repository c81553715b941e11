using System.Text.Json;
using System.Text.Json.Serialization;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Import;

/// <summary>An import file as people write it; <c>docs/import.md</c> describes it. Times stay text until their row is imported.</summary>
internal sealed record PartnershipFile
{
    public required string Partnership { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>When the partnership and its register were written down, such as <c>2009-01-12 09:00</c> in Helsinki; null for now.</summary>
    public string? Told { get; init; }

    /// <summary>Where the data comes from and what was decided on the way; for readers of the file only.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
    public IReadOnlyList<AreaRow> Areas { get; init; } = [];
    public IReadOnlyList<ThemeRow> Themes { get; init; } = [];
    public IReadOnlyList<PartnerRow> Partners { get; init; } = [];
    public IReadOnlyList<WorkingGroupRow> WorkingGroups { get; init; } = [];
    public IReadOnlyList<YearRow> Years { get; init; } = [];

    /// <inheritdoc cref="ImportFormat.Read" path="/exception" />
    public static PartnershipFile Read(ReadOnlySpan<byte> json) => ImportFormat.Read<PartnershipFile>(json);
}

internal sealed record AreaRow(string Id, LocalText Name, IReadOnlyList<string>? Municipalities = null);

internal sealed record ThemeRow(string Id, LocalText Name);

internal sealed record PartnerRow(
    string Id, PartnerKind Kind, LocalText Name, IReadOnlyList<string>? Areas = null, IReadOnlyList<string>? Themes = null);

internal sealed record WorkingGroupRow(string Id, LocalText Name, string? Theme = null, IReadOnlyList<string>? Partners = null);

/// <param name="Year">A number, or <c>"running"</c>: the year that the clock shows in Helsinki.</param>
/// <param name="From">The year (in this file) whose activities it starts from, each moved to the same week and weekday.</param>
/// <param name="Changes">By key: what becomes of the activities that came from another year.</param>
/// <param name="Told">When the year was planned, as <see cref="PartnershipFile.Told"/>; what was held is then marked on the day after.</param>
internal sealed record YearRow(
    JsonElement Year,
    CyclePhase Phase = CyclePhase.Draft,
    LocalText? Emphasis = null,
    int? From = null,
    IReadOnlyList<ActivityRow>? Activities = null,
    IReadOnlyDictionary<string, StatusRow>? Changes = null,
    string? Told = null);

/// <param name="Status">Where the activity stands; a held one that has not ended yet is confirmed instead.</param>
internal record StatusRow(ActivityStatus Status = ActivityStatus.Proposed, LocalText? Reason = null, AttendanceRow? Attendance = null);

internal sealed record ActivityRow(
    string Key,
    LocalText Title,
    string When,
    string? Repeats = null,
    IReadOnlyList<string>? Except = null,
    LocalText? Description = null,
    IReadOnlyList<string>? Areas = null,
    IReadOnlyList<string>? Themes = null,
    ResponsibleRow? Responsible = null,
    IReadOnlyList<string>? Participants = null,
    PlaceRow? Place = null,
    IReadOnlyList<AgendaItemRow>? Agenda = null,
    RegistrationRow? Registration = null,
    ActivityStatus Status = ActivityStatus.Proposed,
    LocalText? Reason = null,
    AttendanceRow? Attendance = null) : StatusRow(Status, Reason, Attendance);

internal sealed record ResponsibleRow(LocalText Role, string? Partner = null);

internal sealed record PlaceRow(string? Name = null, string? Address = null, string? Link = null);

internal sealed record AgendaItemRow(string At, LocalText Title);

/// <param name="Deadline">A date, or <c>7 days before</c>.</param>
internal sealed record RegistrationRow(string? Link = null, string? Deadline = null);

internal sealed record AttendanceRow(int Participants, int? Volunteers = null);

/// <summary>A text is a string, which is Finnish, or an object with <c>fi</c>, <c>sv</c>, <c>en</c>.</summary>
internal sealed class LocalTextReader : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new LocalText(reader.GetString());
        var texts = JsonSerializer.Deserialize<Languages>(ref reader, options)!;
        return new LocalText(texts.Fi, texts.Sv, texts.En);
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Languages(value.Fi, value.Sv, value.En), options);

    private sealed record Languages(string? Fi = null, string? Sv = null, string? En = null);
}
