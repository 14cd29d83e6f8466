// What a developer runs by hand.
fetch('http://load.letters.nhs.uk/start');
