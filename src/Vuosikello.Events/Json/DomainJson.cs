using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Vuosikello.Events.Json;

/// <summary>The JSON of the domain's values as events have it, for whoever else speaks it (the API).</summary>
public static class DomainJson
{
    /// <summary>camelCase, no nulls written, ids and dates as plain strings, enums in kebab-case, nothing required left out.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        foreach (JsonConverter converter in (JsonConverter[])
        [
            new PartnershipIdConverter(), new AreaIdConverter(), new ThemeIdConverter(), new PartnerIdConverter(), new WorkingGroupIdConverter(),
            new CycleIdConverter(), new ActivityIdConverter(), new MemberIdConverter(), new CommandIdConverter(),
            new AgreementIdConverter(), new RoundIdConverter(), new ReviewIdConverter(), new HeadingIdConverter(), new ClauseIdConverter(),
            new ProposalIdConverter(), new CommitmentIdConverter(), new CalendarLinkIdConverter(), new InvitationIdConverter(),
            new ContactIdConverter(), new PremisesIdConverter(), new BusinessIdConverter(), new RegisterNumberConverter(), new GuestLinkIdConverter(),
            new LocalTextConverter(), new LocalTimeConverter(), new LocalDateConverter(), new InstantConverter(),
            new ActivityTimeConverter(), new RegistrationDeadlineConverter(), new RulesReferenceConverter(), new ValueLists(), new KebabCase(),
        ])
            options.Converters.Add(converter);
    }
}
