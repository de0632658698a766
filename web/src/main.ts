import './parts/page';
