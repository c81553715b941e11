using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vuosikello.Accounts.Contacts;

/// <summary>The table of contact persons. A contact's id counts within its organisation alone: nobody reaches another's row by naming its id.</summary>
internal sealed class ContactPersonModel : IEntityTypeConfiguration<ContactPerson>
{
    public void Configure(EntityTypeBuilder<ContactPerson> builder)
    {
        builder.ToTable("ContactPersons");
        builder.HasKey(person => new { person.Partnership, person.Partner, person.Contact });
        builder.Property(person => person.Partnership).HasMaxLength(60);
        builder.Property(person => person.Partner).HasMaxLength(60);
        builder.Property(person => person.Name).HasMaxLength(ContactDetails.NameLimit);
        builder.Property(person => person.Email).HasMaxLength(ContactDetails.EmailLimit);
        builder.Property(person => person.Phone).HasMaxLength(ContactDetails.PhoneLimit);
        builder.HasIndex(person => person.Email);
    }
}
