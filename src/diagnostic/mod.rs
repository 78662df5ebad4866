//! What a problem is: rule, severity, place, help; and the catalogue of rules.
