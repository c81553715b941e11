namespace Vuosikello.Domain.PremisesRegisters;

/// <summary>A room or place that a partner lends.</summary>
/// <param name="Id">Unique within the partnership.</param>
/// <param name="Owner">The partner that lends it.</param>
/// <param name="Name">With the building, as people ask for it.</param>
/// <param name="Address">Street, postal code and town.</param>
/// <param name="Capacity">How many people it holds, 1 to 100,000; null when nobody said.</param>
/// <param name="Access">What it has for those who need it.</param>
/// <param name="AccessText">What else to know about getting there and in.</param>
/// <param name="Terms">On what terms it is lent: to whom, when, by whom to ask.</param>
/// <param name="Price">What it costs, in words.</param>
/// <param name="Link">An absolute http or https address, where it is booked or described.</param>
public sealed record Premises(
    PremisesId Id,
    PartnerId Owner,
    LocalText Name,
    string? Address,
    int? Capacity,
    ValueList<AccessFeature> Access,
    LocalText AccessText,
    LocalText Terms,
    LocalText Price,
    string? Link = null);

/// <summary>What a place has for those who need it.</summary>
public enum AccessFeature
{
    /// <summary>One gets in without a step.</summary>
    StepFree,

    Lift,
    AccessibleToilet,
    AccessibleParking,

    /// <summary>For hearing aids.</summary>
    InductionLoop,

    AutomaticDoor,
}
