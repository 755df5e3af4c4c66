export { holidayYears, nextSequence, readSettings, writeHolidayYear } from './queries.ts';
export { setService } from './set-service.ts';
export { listedDays, readWorkCalendar } from './work-calendar.ts';
