import './parts/page';

// Before any text asks for it: what is drawn with another type first jumps when this one comes.
void document.fonts.load('1rem "Libre Franklin"');
