using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Web.Api;

/// <summary>Schemas and examples of the values that have a JSON form of their own.</summary>
internal static class ValueSchemas
{
    private static readonly Dictionary<Type, (JsonSchemaType Type, string Description, string Example)> Known = new()
    {
        [typeof(LocalText)] = (JsonSchemaType.Object, "A text in any of fi, sv, en.", """{"fi":"Kumppanuusfoorumi","en":"Partnership forum"}"""),
        [typeof(ActivityTime)] = (JsonSchemaType.Object,
            "By its kind, which comes first. exact: start and end (local time, ISO 8601) and zone (a TZDB id). days: first and last date, both included. "
            + "months: first and last month (2026-06), both included. recurring: of (the first occurrence, exact or days), rule (frequency, interval, until, weekdays, "
            + "monthDay or monthWeek with monthWeekday) and exceptions (starting dates).",
            """{"kind":"exact","start":"2026-03-24T16:00:00","end":"2026-03-24T19:00:00","zone":"Europe/Helsinki"}"""),
        [typeof(RegistrationDeadline)] = (JsonSchemaType.Object, "The last day to register: kind on with a date, or kind before with days before the start.", """{"kind":"before","days":7}"""),
        [typeof(LocalTime)] = (JsonSchemaType.String, "A time of day, ISO 8601.", "\"16:10:00\""),
        [typeof(LocalDate)] = (JsonSchemaType.String, "A date, ISO 8601.", "\"2027-03-01\""),
        [typeof(Instant)] = (JsonSchemaType.String, "A moment, UTC, ISO 8601.", "\"2027-02-28T22:00:00Z\""),
        [typeof(AgreementId)] = (JsonSchemaType.String, "The partnership and a short name.", "\"kuuma-seutu/tilat\""),
        [typeof(RoundId)] = (JsonSchemaType.String, "The partnership and a short name.", "\"kuuma-seutu/lausuntokierros\""),
        [typeof(ClauseId)] = (JsonSchemaType.String, "A UUID.", "\"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01\""),
        [typeof(CommitmentId)] = (JsonSchemaType.String, "A UUID.", "\"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e03\""),
        [typeof(PartnershipId)] = (JsonSchemaType.String, "A short name.", "\"kuuma-seutu\""),
        [typeof(AreaId)] = (JsonSchemaType.String, "A short name.", "\"nurmijarvi\""),
        [typeof(ThemeId)] = (JsonSchemaType.String, "A short name.", "\"vapaaehtoistoiminta\""),
        [typeof(PartnerId)] = (JsonSchemaType.String, "A short name.", "\"tuusula\""),
        [typeof(WorkingGroupId)] = (JsonSchemaType.String, "A short name.", "\"terveys\""),
        [typeof(ActivityId)] = (JsonSchemaType.String, "A UUID.", "\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\""),
        [typeof(ClauseId)] = (JsonSchemaType.String, "A UUID.", "\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\""),
        [typeof(ProposalId)] = (JsonSchemaType.String, "A UUID.", "\"1b4e28ba-2fa1-41d2-883f-0016d3cca427\""),
        [typeof(RulesReference)] = (JsonSchemaType.Object, "An adopted version of the working rules: year, number within the year, hash.",
            """{"year":2027,"number":1,"hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}"""),
        [typeof(HeadingId)] = (JsonSchemaType.String, "A short name.", "\"premises\""),
        [typeof(RoundId)] = (JsonSchemaType.String, "The partnership, a slash, and a short name.", "\"kuuma-seutu/syksy-2026\""),
        [typeof(ContactId)] = (JsonSchemaType.String, "A UUID.", "\"6f9619ff-8b86-4d01-b42d-00cf4fc96401\""),
        [typeof(PremisesId)] = (JsonSchemaType.String, "A short name.", "\"einari\""),
        [typeof(AccessFeature)] = (JsonSchemaType.String, "What a place has: step-free, lift, accessible-toilet, accessible-parking, induction-loop, automatic-door.", "\"step-free\""),
        [typeof(BusinessId)] = (JsonSchemaType.String, "A Finnish business id: seven digits, a hyphen, a check digit.", "\"0112038-9\""),
        [typeof(RegisterNumber)] = (JsonSchemaType.String, "A number in the register of associations: digits alone.", "\"123456\""),
        [typeof(InvitationId)] = (JsonSchemaType.String, "A UUID.", "\"6f9619ff-8b86-4d01-b42d-00cf4fc96400\""),
        [typeof(MemberId)] = (JsonSchemaType.String, "A UUID.", "\"6f9619ff-8b86-4d01-b42d-00cf4fc96400\""),
    };

    /// <summary>What lists hold, where it is more than one value.</summary>
    private static readonly Dictionary<Type, (string Description, string Example)> Rows = new()
    {
        [typeof(AgendaRow)] = ("A row of the programme: start (local time) and title.", """{"start":"16:10:00","title":{"fi":"kyselyjen tulokset"}}"""),
        [typeof(AgreementClause)] = ("A clause: id (a UUID), title, which may be empty, and text.", """{"id":"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01","title":{"fi":"Avaimet"},"text":{"fi":"Avain palautetaan."}}"""),
        [typeof(RulesReference)] = ("An adopted version of the working rules: year, number, hash.", """{"year":2027,"number":1,"hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}"""),
        [typeof(Commitment)] = ("What a party does: id (a UUID), by, what, due (month and day, and a year when it is once) and activities.", """{"id":"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e03","by":"tuusula","what":{"fi":"Raportti"},"due":{"month":11,"day":30},"activities":[]}"""),
        [typeof(Attachment)] = ("A document elsewhere: title, link, and the SHA-256 of its bytes.", """{"title":{"fi":"Kartta"},"link":"https://example.org/kartta.pdf","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}"""),
        [typeof(NamedParty)] = ("A party as it was called when the version was frozen: id and name.", """{"id":"tuusula","name":{"fi":"Tuusulan kunta"}}"""),
        [typeof(DraftedStand)] = ("A stand on a clause as drafted: clause (a UUID), stance (in-favour, in-favour-with-changes, against, nothing-to-state; absent when it is not taken yet) and text, which may be empty.", """{"clause":"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01","stance":"in-favour-with-changes","text":{"fi":"Myös lauantaisin."}}"""),
        [typeof(ClauseStand)] = ("A stand on a clause as sent: clause (a UUID), stance and text, which may be empty.", """{"clause":"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01","stance":"against","text":{"fi":"Ajankohta ei sovi."}}"""),
        [typeof(FrozenDocument)] = ("A document as it stood when the round opened: kind (working-rules, agreement, annual-cycle), id, version, title, hash (SHA-256 of its canonical text) and clauses.", """{"kind":"working-rules","id":"kuuma-seutu","version":17,"title":{"fi":"Pelisäännöt"},"hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","clauses":[{"id":"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01","number":"1.1","title":{},"text":{"fi":"Tilat ovat maksuttomia."}}]}"""),
        [typeof(Partner)] = ("A partner's card: id, kind, name, areas, themes and, where there are, businessId, registerNumber, webPage and contacts.", """{"id":"kylayhdistys","kind":"association","name":{"fi":"Kyläyhdistys"},"areas":[],"themes":[],"registerNumber":"123456"}"""),
        [typeof(PartnerContact)] = ("A role in which an organisation is reached: id (a UUID), role, visibility (members or public) and, when it is a member, member.", """{"id":"6f9619ff-8b86-4d01-b42d-00cf4fc96401","role":{"fi":"puheenjohtaja"},"visibility":"members"}"""),
        [typeof(CommitmentDay)] = ("A day on which a commitment fell due: commitment and on.", """{"commitment":"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e03","on":"2027-11-30"}"""),
    };

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Known.TryGetValue(type, out var known))
        {
            schema.Type = known.Type;
            schema.Description ??= known.Description;
            schema.Examples = [JsonNode.Parse(known.Example)!];
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = Item(type.GetGenericArguments()[0]);
        }
        return Task.CompletedTask;
    }

    private static OpenApiSchema Item(Type type)
    {
        if (Known.TryGetValue(type, out var known)) return new() { Type = known.Type, Description = known.Description, Examples = [JsonNode.Parse(known.Example)!] };
        if (type == typeof(string)) return new() { Type = JsonSchemaType.String };
        return Rows.TryGetValue(type, out var row)
            ? new() { Type = JsonSchemaType.Object, Description = row.Description, Examples = [JsonNode.Parse(row.Example)!] }
            : new() { Type = JsonSchemaType.Object };
    }
}
